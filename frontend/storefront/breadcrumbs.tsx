/** href is null for the page itself. */
export type Crumb = { label: string; href: string | null };

export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="Jejak halaman" className="no-scrollbar overflow-x-auto gutter lg:px-0 lg:pt-3">
      <ol className="flex text-[0.9375rem] whitespace-nowrap text-muted">
        {crumbs.map((crumb, index) => (
          <li key={crumb.label} className="flex items-center">
            {index > 0 && (
              <span aria-hidden="true" className="px-2 text-faint">
                /
              </span>
            )}
            {crumb.href ? (
              <a href={crumb.href} className="inline-flex min-h-11 items-center underline-offset-4 hover:underline">
                {crumb.label}
              </a>
            ) : (
              <span aria-current="page" className="inline-flex min-h-11 items-center pr-4 text-ink">
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
