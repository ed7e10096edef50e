-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reviews to tallies in Apache Spark; `score merge` makes the summary of them.
--
--	spark-sql -d reviews=IN -d out=OUT -d score=./sayso/bin/score \
--	    -d partitions=200 -f spark.sql
--	score merge $(cat OUT/expected/part-*) OUT/tallies/part-*
--
-- IN holds JSON Lines as parse writes them.  The program must be at the same
-- path on every machine (on YARN: --archives sayso.tar.gz#sayso, a tar of an
-- installed prefix).  What the engine loses, doubles or changes on the way is
-- found by the assertions here and by merge, not by hope.
SET spark.sql.ansi.enabled=true;
SET spark.sql.adaptive.enabled=false;
SET spark.sql.shuffle.partitions=${partitions};

CREATE OR REPLACE TEMPORARY VIEW reviews AS
SELECT value FROM text.`${reviews}` WHERE value <> '';

-- Read twice below, so it is kept: a script's output may not differ between
-- the reading that is checked and the one that is used.
CREATE OR REPLACE TEMPORARY VIEW keyed AS
SELECT TRANSFORM(value)
    ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t'
    USING '${score} dedup --keys' AS (id STRING, version STRING, line STRING)
    ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t'
FROM reviews;
CACHE TABLE keyed;

SELECT assert_true((SELECT count(*) FROM reviews) = (SELECT count(*) FROM keyed)
    AND (SELECT coalesce(sum(crc32(CAST(value AS BINARY))), 0) FROM reviews) =
        (SELECT coalesce(sum(crc32(CAST(line AS BINARY))), 0) FROM keyed),
    'records were lost or changed on the way through score dedup --keys');

-- Of equal ids the greatest version wins, whatever the order, and is told what
-- the earlier ones said; what has no id is nobody's double.
INSERT OVERWRITE DIRECTORY '${out}/reviews' USING text
SELECT TRANSFORM(id, version, line)
    ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t'
    USING '${score} dedup --grouped' AS (value STRING)
    ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t'
FROM (SELECT id, version, line FROM keyed
    DISTRIBUTE BY coalesce(nullif(id, ''), line) SORT BY id, version);

CREATE OR REPLACE TEMPORARY VIEW winners AS
SELECT value FROM text.`${out}/reviews`;

-- The same choice by Spark itself, without what was added.
CREATE OR REPLACE TEMPORARY VIEW chosen AS
SELECT max_by(line, version) AS line FROM keyed WHERE id <> '' GROUP BY id
UNION ALL
SELECT line FROM keyed WHERE coalesce(id, '') = '';

SELECT assert_true((SELECT count(*) FROM chosen) = (SELECT count(*) FROM winners)
    AND (SELECT coalesce(sum(crc32(CAST(line AS BINARY))), 0) FROM chosen) =
        (SELECT coalesce(sum(crc32(CAST(regexp_replace(value,
            ',"before":[{][^}]*[}][}]$', '}') AS BINARY))), 0) FROM winners),
    'records were lost or changed on the way through score dedup --grouped');

INSERT OVERWRITE DIRECTORY '${out}/expected' USING text
SELECT concat('--expect-records ', count(*), ' --expect-chk ',
    coalesce(sum(crc32(CAST(value AS BINARY))), 0)) AS value
FROM winners;

INSERT OVERWRITE DIRECTORY '${out}/tallies' USING text
SELECT concat(key, '\t', CAST(sum(count) AS STRING)) AS value
FROM (SELECT TRANSFORM(value)
	ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t'
	USING '${score} map ${map}' AS (key STRING, count BIGINT)
	ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t'
    FROM (SELECT value FROM winners DISTRIBUTE BY value))
GROUP BY key;
