import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

type DisclosureProps = { summary: string; className?: string; summaryClassName?: string; children: ReactNode };

/** More for those who need it, opened without a script. */
export function Disclosure({ summary, className = "", summaryClassName = "link w-fit", children }: DisclosureProps) {
  return (
    <details className={`group ${className}`}>
      <summary className={`flex cursor-pointer list-none items-center gap-1 ${summaryClassName}`}>
        <ChevronDown aria-hidden="true" className="size-4 shrink-0 transition-transform group-open:rotate-180" />
        {summary}
      </summary>
      {children}
    </details>
  );
}
