import { RefreshCw } from "lucide-react";
import { Button, type ButtonProps } from "../ui/button";
import { DOMAIN_PATH } from "./domain-view";

/** Has the domain looked at now. */
export function CheckButton(look: Pick<ButtonProps, "variant" | "size">) {
  return (
    <form method="post" action={`${DOMAIN_PATH}/periksa`}>
      <Button {...look} icon={<RefreshCw aria-hidden="true" />}>
        Periksa sekarang
      </Button>
    </form>
  );
}
