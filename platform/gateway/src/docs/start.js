// Shows the document with the code samples. Everything comes from this host.
"use strict";

const sans = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
const mono = 'ui-monospace, "SF Mono", Menlo, Consolas, monospace';

Redoc.init(
  "/docs/document.json",
  {
    hideDownloadButton: false,
    downloadUrls: [{ title: "OpenAPI document", url: "/openapi.json" }],
    expandResponses: "200,201",
    generatedPayloadSamplesMaxDepth: 6,
    jsonSampleExpandLevel: 3,
    nativeScrollbars: true,
    pathInMiddlePanel: false,
    payloadSampleIdx: 5, // after the languages
    requiredPropsFirst: true,
    sortEnumValuesAlphabetically: false,
    theme: {
      colors: { primary: { main: "#4338ca" }, text: { primary: "#1c1917" } },
      rightPanel: { backgroundColor: "#1e1b2e" },
      sidebar: { backgroundColor: "#fafaf9", textColor: "#44403c" },
      typography: {
        fontFamily: sans,
        fontSize: "15px",
        code: { fontFamily: mono, fontSize: "13px", color: "#3730a3", wrap: false },
        headings: { fontFamily: sans, fontWeight: "600" },
      },
    },
  },
  document.getElementById("reference"),
  (error) => {
    if (error) document.querySelector("#reference").textContent = "The document could not be read. Load the page again.";
  },
);
