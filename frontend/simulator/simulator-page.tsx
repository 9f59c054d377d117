/** The document around the phones; the island puts them into #simulator. */
export function SimulatorPage({ stylesheet, script }: { stylesheet: string; script: string }) {
  return (
    <html lang="id">
      <head>
        <meta charSet="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
        />
        <title>Simulator WhatsApp · AutoLeads</title>
        <meta name="robots" content="noindex, nofollow" />
        <meta name="theme-color" content="#0b5c4d" />
        <link rel="icon" href={ICON} />
        <link rel="stylesheet" href={stylesheet} />
        <script type="module" src={script} />
      </head>
      <body>
        <div id="simulator">
          <p className="opening" role="status">
            Menyiapkan ponsel…
          </p>
          <noscript>
            <p className="opening">Simulator ini memakai JavaScript. Aktifkan dulu di peramban, lalu muat ulang.</p>
          </noscript>
        </div>
      </body>
    </html>
  );
}

const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#0b7a63"/><path d="M16 7.5a8.5 8.5 0 0 0-7.3 12.9L7.5 25l4.7-1.2A8.5 8.5 0 1 0 16 7.5Z" fill="#fff"/></svg>',
)}`;
