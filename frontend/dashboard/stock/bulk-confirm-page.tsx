import { Button, LinkButton } from "../ui/button";
import { Card } from "../ui/card";
import { HiddenFields } from "../ui/form";

export type BulkConfirmPageProps = {
  /** "Jadikan Terjual" */
  actionLabel: string;
  /** As it was chosen: "status:sold". */
  action: string;
  back: string;
  willChange: readonly { id: string; publicName: string }[];
  unchanged: readonly { id: string; publicName: string }[];
  refused: readonly { id: string; publicName: string; reason: string }[];
};

/** What a bulk change will do, before it does. */
export function BulkConfirmPage({ actionLabel, action, back, willChange, unchanged, refused }: BulkConfirmPageProps) {
  const count = willChange.length;
  return (
    <form method="post" action="/dashboard/stok/massal" className="mx-auto max-w-2xl">
      <HiddenFields fields={{ action, back, confirmed: "1", carId: willChange.map(({ id }) => id) }} />
      <Card>
        <div className="stack">
          <h1 className="text-lg">
            {count > 0 ? `${actionLabel}: ${count} unit?` : `${actionLabel}: tidak ada yang berubah`}
          </h1>
          {count > 0 && <Names items={willChange} />}
          {unchanged.length > 0 && <p className="text-muted">{unchanged.length} unit sudah begitu, tidak diubah.</p>}
          {refused.length > 0 && (
            <div>
              <h2>{refused.length} unit tidak bisa</h2>
              <ul className="mt-1 list-disc pl-4">
                {refused.map(({ id, publicName, reason }) => (
                  <li key={id}>
                    <strong>{publicName}</strong>: {reason}
                  </li>
                ))}
              </ul>
            </div>
          )}
          {count > 0 && <p className="text-muted">Bisa diurungkan sekali klik sesudahnya.</p>}
          <div className="form-actions">
            {count > 0 && <Button variant="primary">Ya, ubah {count} unit</Button>}
            <LinkButton href={back}>{count > 0 ? "Batal" : "Kembali"}</LinkButton>
          </div>
        </div>
      </Card>
    </form>
  );
}

function Names({ items }: { items: readonly { id: string; publicName: string }[] }) {
  return (
    <ul className="list-disc pl-4">
      {items.map(({ id, publicName }) => (
        <li key={id}>{publicName}</li>
      ))}
    </ul>
  );
}
