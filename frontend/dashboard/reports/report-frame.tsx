import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { Button, LinkButton } from "../ui/button";
import { PageHeader } from "../ui/card";
import { FormErrors } from "../ui/form";
import { Tabs } from "../ui/navigation";
import { TextInput } from "../ui/text-input";

export type ReportFrameProps = {
  reports: { href: string; label: string; isActive: boolean }[];
  /** First and last day, "2026-11-20". */
  period: { from: string; to: string };
  /** What was typed, when it is no period; the report shows the usual one. */
  typed: { from: string; to: string } | null;
  errors: Record<string, string>;
  /** Ready-made periods. */
  presets: { href: string; label: string; isActive: boolean }[];
  /** Where the form goes. */
  action: string;
  csvHref: string;
  children: ReactNode;
};

/** What all reports have: which one, over which days, and as a file. */
export function ReportFrame(props: ReportFrameProps) {
  const { reports, period, typed, errors, presets, action, csvHref, children } = props;
  return (
    <>
      <PageHeader
        title="Laporan"
        description="Angka dari website, WhatsApp dan tim Anda."
        actions={
          <LinkButton href={csvHref} download icon={<Download aria-hidden="true" />}>
            Unduh CSV
          </LinkButton>
        }
      />
      <Tabs label="Laporan" items={reports} />
      <div className="stack">
        <FormErrors
          title="Periode belum benar, jadi ini 30 hari terakhir:"
          errors={errors}
          labels={{ dari: "Dari", sampai: "Sampai" }}
        />
        <div className="flex flex-wrap items-end justify-between gap-3">
          <ul aria-label="Periode" className="flex flex-wrap gap-2">
            {presets.map(({ href, label, isActive }) => (
              <li key={href}>
                <a className="chip" href={href} aria-current={isActive ? "true" : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
          <form method="get" action={action} className="grid w-full grid-cols-2 items-end gap-2 sm:flex sm:w-auto">
            <TextInput
              type="date"
              name="dari"
              label="Dari"
              value={typed?.from ?? period.from}
              error={errors.dari}
              required
            />
            <TextInput
              type="date"
              name="sampai"
              label="Sampai"
              value={typed?.to ?? period.to}
              error={errors.sampai}
              required
            />
            <Button className="col-span-2">Terapkan</Button>
          </form>
        </div>
        {children}
      </div>
    </>
  );
}
