import type { FormHTMLAttributes } from "react";

export type KeptFormProps = Omit<FormHTMLAttributes<HTMLFormElement>, "method" | "action"> & {
  action: string;
  /** It came back with something wrong in it: what was typed stands in it and is not saved yet. */
  hasCameBack?: boolean;
};

/**
 * A form of a page that has others: what is typed here is still here when another one was sent, the page was left or
 * loaded anew, or sending it failed, until a flash says that its address took it.
 */
export function KeptForm({ children, hasCameBack = false, ...native }: KeptFormProps) {
  return (
    <form method="post" {...native} data-keep={hasCameBack ? "back" : "fresh"}>
      <p className="w-full text-[0.8125rem] text-warning" role="status" data-kept-note hidden>
        Isian ini belum disimpan.{" "}
        <button type="button" className="link" data-drop>
          Buang isian
        </button>
      </p>
      {children}
    </form>
  );
}
