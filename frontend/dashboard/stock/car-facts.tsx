import { Card, Facts } from "../ui/card";

/** The car for those who may only read. */
export function CarFacts({ facts }: { facts: readonly { term: string; value: string }[] }) {
  return (
    <Card title="Data unit">
      <Facts items={facts} />
    </Card>
  );
}
