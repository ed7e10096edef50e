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

# Where there is no chromium, or no node, nothing is looked at.
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser)
REPORT_PAGES = $(abspath $(BUILD))/pages
look = if [ -z '$(CHROMIUM)' ] || ! command -v npm >/dev/null; then \
	echo 'skipped: no chromium or no npm'; exit 0; fi; \
	$(MAKE) --no-print-directory $(REPORT_NPM)/.made && \
	cp tests/report/screens.mjs $(REPORT_NPM)/ && \
	pages=$$($(TEST_ENVIRONMENT) tests/report/pages $(REPORT_PAGES)) && \
	cd $(REPORT_NPM) && CHROMIUM='$(CHROMIUM)' node screens.mjs

# Pictures of the report: desktop, phone, dark, without script, print; in
# English and Arabic.
screenshots: all $(BUILD)/bin/server
	@$(look) $(abspath $(BUILD))/screenshots \
	    $$(printf '%s\n' $$pages | grep -E '^(en|ar)=') && \
	echo 'pictures: $(BUILD)/screenshots'

# No console error, no request, no sideways scroll, no serious violation of
# axe-core, every figure a list, in seven languages and on hostile texts.
check-report: all $(BUILD)/bin/server
	@$(look) $(abspath $(BUILD))/screenshots $$pages
