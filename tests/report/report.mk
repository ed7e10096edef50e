# The report's script, its screenshots and its examination in a browser.
# npm's packages go to the build folder; package-lock.json pins them.

REPORT_NPM = $(BUILD)/npm

$(REPORT_NPM)/.made: tests/report/package.json tests/report/package-lock.json
	mkdir -p $(@D)
	cp $^ $(@D)/
	cd $(@D) && npm ci --ignore-scripts --no-audit --no-fund --silent
	touch $@

.PHONY: report-script screenshots check-report

# The script is kept in the tree, so that a build needs neither node nor npm.
report-script: $(REPORT_NPM)/.made
	cp score/report_charts.js tests/report/bundle.mjs $(REPORT_NPM)/
	cd $(REPORT_NPM) && node bundle.mjs report_charts.js report_script.js
	@! grep -qiE '</script|<!--' $(REPORT_NPM)/report_script.js
	cp $(REPORT_NPM)/report_script.js score/report_script.js
	@ls -l score/report_script.js
