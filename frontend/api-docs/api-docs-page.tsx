export type ApiDocsPageProps = {
  stylesheets: readonly string[];
  /** Swagger UI, a classic script that sets `window.SwaggerUIBundle`. */
  viewerScript: string;
  startScript: string;
};

/** The frame of the API's documentation; the viewer fills `#viewer` from /api/openapi.json. */
export function ApiDocsPage({ stylesheets, viewerScript, startScript }: ApiDocsPageProps) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>AutoLeads API</title>
        <link rel="icon" href="data:," />
        {stylesheets.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <script src={viewerScript} defer />
        <script src={startScript} type="module" />
      </head>
      <body>
        <main id="viewer">
          <noscript>
            <p>
              This page needs scripts. The same description is at <a href="/api/openapi.json">/api/openapi.json</a>.
            </p>
          </noscript>
        </main>
      </body>
    </html>
  );
}
