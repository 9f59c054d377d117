import type { ReactNode } from "react";

export type DashboardDocumentProps = {
  title: string;
  /** Addresses of the built style sheet and of the islands this page uses. */
  stylesheet: string;
  scripts: readonly string[];
  /** Whose page it is: what a tab remembers of others is forgotten. "": everybody has logged out; null: not known. */
  userId: string | null;
  children: ReactNode;
};

/** The bare document of every dashboard page, with or without the shell; nothing inline, so that the policy is strict. */
export function DashboardDocument({ title, stylesheet, scripts, userId, children }: DashboardDocumentProps) {
  return (
    <html lang="id">
      <head>
        <meta charSet="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
        />
        <title>{title}</title>
        <meta name="robots" content="noindex, nofollow" />
        <meta name="theme-color" content="#ffffff" />
        <link rel="icon" href={ICON} />
        <link rel="stylesheet" href={stylesheet} />
        {scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body data-user={userId ?? undefined}>{children}</body>
    </html>
  );
}

const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#1f55c0"/><path d="M7 19.5v-3.2c0-1 .6-1.8 1.5-2.1l2-.7 2.1-3.4c.4-.7 1.1-1.1 1.9-1.1h3.6c.8 0 1.6.4 2 1.2l1.9 3.4 1.9.6c.8.3 1.4 1 1.4 1.9v3.4c0 .6-.4 1-1 1H8c-.6 0-1-.4-1-1Z" fill="#fff"/><circle cx="11.5" cy="20.5" r="2.3" fill="#fff" stroke="#1f55c0" stroke-width="1.4"/><circle cx="20.7" cy="20.5" r="2.3" fill="#fff" stroke="#1f55c0" stroke-width="1.4"/></svg>',
)}`;
