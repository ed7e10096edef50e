// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles score/report_charts.js with Observable Plot and d3 into one script
// without a network, maps and colour schemes left out because no chart of
// ours has them.  Run by `make report-script`: bundle.mjs CHARTS SCRIPT
import {build} from "esbuild";

const [, , charts, script] = process.argv;

// Names that Plot imports from the parts that are left out.
const unused = {
	"d3-geo": "geoPath geoStream geoTransform geoAlbers geoAlbersUsa " +
	    "geoAzimuthalEqualArea geoAzimuthalEquidistant geoConicConformal " +
	    "geoConicEqualArea geoConicEquidistant geoEqualEarth " +
	    "geoEquirectangular geoGnomonic geoMercator geoNaturalEarth1 " +
	    "geoOrthographic geoStereographic geoTransverseMercator " +
	    "geoGraticule geoGraticule10 geoCentroid geoClipRectangle",
	"d3-scale-chromatic": "interpolateBlues interpolateBrBG interpolateBuGn " +
	    "interpolateBuPu interpolateCividis interpolateCool " +
	    "interpolateCubehelixDefault interpolateGnBu interpolateGreens " +
	    "interpolateGreys interpolateInferno interpolateMagma " +
	    "interpolateOrRd interpolateOranges interpolatePRGn " +
	    "interpolatePiYG interpolatePlasma interpolatePuBu " +
	    "interpolatePuBuGn interpolatePuOr interpolatePuRd " +
	    "interpolatePurples interpolateRainbow interpolateRdBu " +
	    "interpolateRdGy interpolateRdPu interpolateRdYlBu " +
	    "interpolateRdYlGn interpolateReds interpolateSinebow " +
	    "interpolateSpectral interpolateTurbo interpolateViridis " +
	    "interpolateWarm interpolateYlGn interpolateYlGnBu " +
	    "interpolateYlOrBr interpolateYlOrRd schemeAccent schemeBlues " +
	    "schemeBrBG schemeBuGn schemeBuPu schemeCategory10 schemeDark2 " +
	    "schemeGnBu schemeGreens schemeGreys schemeObservable10 " +
	    "schemeOrRd schemeOranges schemePRGn schemePaired schemePastel1 " +
	    "schemePastel2 schemePiYG schemePuBu schemePuBuGn schemePuOr " +
	    "schemePuRd schemePurples schemeRdBu schemeRdGy schemeRdPu " +
	    "schemeRdYlBu schemeRdYlGn schemeReds schemeSet1 schemeSet2 " +
	    "schemeSet3 schemeSpectral schemeTableau10 schemeYlGn " +
	    "schemeYlGnBu schemeYlOrBr schemeYlOrRd",
};

const leaveOut = {
	name: "leave-out",
	setup(build) {
		build.onResolve({filter: /^d3-(geo|scale-chromatic)$/}, a =>
		    ({path: a.path, namespace: "unused"}));
		build.onLoad({filter: /.*/, namespace: "unused"}, a => ({
			contents: unused[a.path].split(" ").map(name =>
			    `export const ${name} = () => {};`).join("\n"),
		}));
	},
};

await build({
	entryPoints: [charts], outfile: script, bundle: true, minify: true,
	format: "iife", target: "es2020", charset: "ascii", lineLimit: 100,
	legalComments: "none", plugins: [leaveOut], logLevel: "warning",
	banner: {js: "// Made by `make report-script`: report_charts.js, " +
	    "GPL-3.0-or-later;\n// Observable Plot and d3, Copyright " +
	    "Observable, Inc. and Mike Bostock,\n// ISC License: Permission " +
	    "to use, copy, modify, and/or distribute this\n// software for " +
	    "any purpose with or without fee is hereby granted, provided\n" +
	    "// that the above copyright notice and this permission notice " +
	    "appear in all\n// copies.  THE SOFTWARE IS PROVIDED \"AS IS\" " +
	    "AND THE AUTHOR DISCLAIMS ALL\n// WARRANTIES WITH REGARD TO THIS " +
	    "SOFTWARE INCLUDING ALL IMPLIED WARRANTIES\n// OF " +
	    "MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE " +
	    "LIABLE FOR\n// ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL " +
	    "DAMAGES OR ANY DAMAGES\n// WHATSOEVER RESULTING FROM LOSS OF " +
	    "USE, DATA OR PROFITS, WHETHER IN AN\n// ACTION OF CONTRACT, " +
	    "NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR\n// IN " +
	    "CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE."},
});
