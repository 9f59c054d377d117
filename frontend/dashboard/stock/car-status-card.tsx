import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Alert } from "../ui/feedback";
import { HiddenFields } from "../ui/form";
import { NumberInput } from "../ui/text-input";
import { STOCK_HREF } from "./stock-view";

export type StatusChoice = { status: string; label: string };

type CarStatusCardProps = {
  carId: string;
  /** Where the car may go from here; empty for those who may not change it. */
  choices: readonly StatusChoice[];
  error: string | null;
  /** What is missing before the car can be public. */
  notYet: string | null;
  /** As typed, when it came back with an error. */
  soldPrice: string;
  /** "Terjual 20 Nov 2026 seharga Rp 180.000.000" */
  soldLine: string | null;
};

/** One click per status; a sale asks for its price. All can be undone. */
export function CarStatusCard({ carId, choices, error, notYet, soldPrice, soldLine }: CarStatusCardProps) {
  const plain = choices.filter(({ status }) => status !== "sold");
  const sale = choices.find(({ status }) => status === "sold");
  if (choices.length === 0 && !soldLine) return null;
  return (
    <Card title="Ubah status" id="status">
      <div className="stack">
        {soldLine && <p>{soldLine}</p>}
        {error && !sale && <Alert tone="danger">{error}</Alert>}
        {notYet && !error && <p className="text-muted">{notYet}</p>}
        {plain.length > 0 && (
          <div className="form-actions">
            {plain.map(({ status, label }) => (
              <form key={status} method="post" action={`${STOCK_HREF}/${carId}/status`}>
                <HiddenFields fields={{ status }} />
                <Button size="sm">{label}</Button>
              </form>
            ))}
          </div>
        )}
        {sale && (
          <form method="post" action={`${STOCK_HREF}/${carId}/status`} className="stack border-t border-line pt-3">
            <HiddenFields fields={{ status: "sold" }} />
            <NumberInput
              name="soldPrice"
              label="Harga terjual"
              isOptional
              prefix="Rp"
              inputMode="text"
              value={soldPrice}
              error={error ?? undefined}
              placeholder="180jt"
              hint="Kosong berarti sesuai harga jual"
            />
            <Button size="sm">{sale.label}</Button>
          </form>
        )}
      </div>
    </Card>
  );
}
