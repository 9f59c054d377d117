import { ChartNoAxesColumn } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/feedback";

/** A report on days without anything. */
export function NoData({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card>
      <EmptyState icon={<ChartNoAxesColumn aria-hidden="true" />} title={title}>
        {children}
      </EmptyState>
    </Card>
  );
}
