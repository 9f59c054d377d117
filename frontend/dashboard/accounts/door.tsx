import type { ReactNode } from "react";
import { Alert } from "../ui/feedback";

export type DoorProps = {
  showroomName: string;
  title: ReactNode;
  description?: ReactNode;
  /** What went wrong, when it is no single field's fault. */
  message?: string | null;
  children: ReactNode;
};

/** The frame of every page before somebody is logged in: one card in the middle, named after the showroom. */
export function Door({ showroomName, title, description, message, children }: DoorProps) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[25rem] flex-col justify-center gap-4 px-4 py-8">
      <div className="flex items-center gap-3">
        <span className="avatar" aria-hidden="true">
          {showroomName.slice(0, 1).toUpperCase()}
        </span>
        <p className="min-w-0 truncate font-semibold text-ink">{showroomName}</p>
      </div>
      <div className="card">
        <div className="card-body stack">
          <div>
            <h1 className="text-xl">{title}</h1>
            {description && <p className="mt-1 text-muted">{description}</p>}
          </div>
          {message && <Alert tone="danger">{message}</Alert>}
          {children}
        </div>
      </div>
      <p className="text-center text-[0.8125rem] text-muted">Dashboard AutoLeads</p>
    </main>
  );
}
