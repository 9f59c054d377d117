import { Button, LinkButton } from "../ui/button";
import { Card } from "../ui/card";
import { FormErrors } from "../ui/form";
import { TextInput } from "../ui/text-input";
import { DOMAIN_PATH } from "./domain-view";

export type ClaimFormProps = {
  /** As it was typed. */
  value: string;
  errors: Record<string, string>;
  /** Another domain is being set up: back to it is possible. */
  isChange: boolean;
};

/** The first step: which domain. */
export function ClaimForm({ value, errors, isChange }: ClaimFormProps) {
  return (
    <form method="post" action={DOMAIN_PATH} className="stack">
      <FormErrors errors={errors} labels={{ customDomain: "Nama domain" }} />
      <Card
        title="Domain Anda"
        description="Domain yang sudah Anda beli di registrar mana pun. Website dan alamat lama tetap bisa dibuka selama dipasang."
      >
        <TextInput
          name="customDomain"
          label="Nama domain"
          hint="Tulis dengan www bila alamat utamanya ingin memakai www."
          placeholder="showroomanda.com"
          value={value}
          error={errors.customDomain}
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      </Card>
      <div className="form-actions">
        <Button variant="primary">Lanjut</Button>
        {isChange && <LinkButton href={DOMAIN_PATH}>Batal</LinkButton>}
      </div>
    </form>
  );
}
