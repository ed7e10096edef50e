# SPDX-License-Identifier: GPL-3.0-or-later
# Source with $ENGINES and $BIN set: how a test calls the engines.
SPARK_HOME=$ENGINES/spark/pyspark
export SPARK_HOME

# spark IN OUT PARTITIONS [MAP OPTIONS]: score/engines/spark.sql on two threads;
# what it leaves behind goes to $TMP
spark() {
	"$SPARK_HOME/bin/spark-sql" --master 'local[2]' \
	    --conf spark.ui.enabled=false --conf spark.driver.host=127.0.0.1 \
	    --conf spark.driver.bindAddress=127.0.0.1 \
	    --conf spark.sql.catalogImplementation=in-memory \
	    --conf spark.local.dir="$TMP" \
	    --conf spark.sql.warehouse.dir="$TMP/warehouse" \
	    --driver-java-options "-Djava.io.tmpdir=$TMP" \
	    -d reviews="$1" -d out="$2" -d partitions="$3" -d map="$4" \
	    -d score="$BIN/score" -f score/engines/spark.sql
}

# hadoop IN OUT MAPS [MAP OPTIONS]: score/engines/hadoop.sh in the local runner
hadoop() {
	STREAMING="java -cp $ENGINES/spark/streaming/*:$SPARK_HOME/jars/* \
	    org.apache.hadoop.streaming.HadoopStreaming" MAPS=$3 MAP=$4 \
	    SCORE=$BIN/score OPTIONS="-D mapreduce.framework.name=local \
	    -D hadoop.tmp.dir=$TMP/hadoop \
	    -D mapreduce.input.fileinputformat.split.minsize=1" \
	    sh score/engines/hadoop.sh "$1" "$2"
}
