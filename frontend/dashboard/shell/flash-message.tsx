import { CircleAlert, CircleCheck } from "lucide-react";
import { Button } from "../ui/button";
import { HiddenFields } from "../ui/form";
import type { FlashView } from "./shell-view";

/** What the last action did, with the way back. */
export function FlashMessage({ flash }: { flash: FlashView }) {
  const Icon = flash.kind === "ok" ? CircleCheck : CircleAlert;
  return (
    <div
      className={`flash flash-${flash.kind}`}
      role={flash.kind === "ok" ? "status" : "alert"}
      data-took={flash.took ?? undefined}
    >
      <Icon aria-hidden="true" />
      <p className="min-w-0 flex-1">{flash.text}</p>
      {flash.undo && (
        <form method="post" action={flash.undo.action}>
          <HiddenFields fields={flash.undo.fields} />
          <Button size="sm">{flash.undo.label}</Button>
        </form>
      )}
    </div>
  );
}
