# SPDX-License-Identifier: GPL-3.0-or-later
# For tests: source after tap.sh.  The example market, served.

# market_start: builds the sites, serves the first state; sets $site and $port
market_start() {
	site=$TMP/market
	mkdir "$site" || bail "no folder"
	perl tests/market/build.pl "$site" || bail "the market was not built"
	ln -s first "$site/now"
	serve "$site/now"
}

market_second() { ln -sfn second "$site/now"; }

# market_plan DIR: a workspace with the market's plan
market_plan() {
	mkdir -p "$1" || bail "no folder"
	sed -e "s,@PORT@,$port,g" -e "s,@SURVEY@,$site/survey.csv,g" \
	    tests/market/sayso.json.in > "$1/sayso.json"
}

first_run=2026-11-18T09:00:00Z
second_run=2026-11-21T09:00:00Z
