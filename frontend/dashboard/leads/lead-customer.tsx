import type { ReactNode } from "react";
import { formatPhone } from "../inbox/phone";
import { Button } from "../ui/button";
import { Card, Facts } from "../ui/card";
import { KeptForm } from "../ui/kept-form";
import { TextInput } from "../ui/text-input";
import { DateTime } from "../ui/time";
import type { LeadPageProps } from "./lead-page";
import { sourceText } from "./lead-texts";
import { LEADS } from "./leads-address";

type LeadCustomerProps = Pick<LeadPageProps, "lead" | "form" | "timezone">;

/** Who the lead is and why it matters; of an erased customer only what says nothing of the person. */
export function LeadCustomer({ lead, form, timezone }: LeadCustomerProps) {
  return (
    <Card title="Pelanggan">
      <div className="flex flex-col gap-4">
        <div>
          <p className="flex items-baseline justify-between">
            <span>Skor</span>
            <b className="num">{lead.score}/10</b>
          </p>
          <progress className="meter mt-1" max={10} value={lead.score} aria-label={`Skor ${lead.score} dari 10`} />
          <ul className="mt-2 flex flex-wrap gap-1">
            {lead.reasons.map((reason) => (
              <li key={reason} className="badge whitespace-normal rounded-xl">
                {reason}
              </li>
            ))}
          </ul>
        </div>
        <Facts
          items={[
            ...(lead.isErased
              ? []
              : [{ term: "Nomor", value: <span className="num">{formatPhone(lead.phone)}</span> }]),
            { term: "Sumber", value: sourceText(lead.source) },
            { term: "Masuk", value: <DateTime at={lead.createdAt} timezone={timezone} /> },
          ]}
        />
        {!lead.isErased && <Person lead={lead} form={form} />}
      </div>
    </Card>
  );
}

function Person({ lead, form }: Omit<LeadCustomerProps, "timezone">) {
  return (
    <>
      <OneLineForm action={`${LEADS}/${lead.id}/nama`} error={form.errors.name}>
        <TextInput
          name="name"
          label="Nama"
          value={form.name}
          error={form.errors.name}
          maxLength={80}
          className="flex-1"
        />
      </OneLineForm>
      <OneLineForm action={`${LEADS}/${lead.id}/label`} error={form.errors.tags}>
        <TextInput
          name="tags"
          label="Label"
          value={form.tags}
          error={form.errors.tags}
          placeholder="prioritas, leasing-bca"
          className="flex-1"
        />
      </OneLineForm>
    </>
  );
}

type OneLineFormProps = { action: string; error: string | undefined; children: ReactNode };

function OneLineForm({ action, error, children }: OneLineFormProps) {
  return (
    <KeptForm action={action} hasCameBack={error !== undefined} className="flex flex-wrap items-end gap-2">
      {children}
      <Button>Simpan</Button>
    </KeptForm>
  );
}
