import { ConfirmForm } from "../ui/form";
import { DOMAIN_PATH } from "./domain-view";

export type RemoveDomainPageProps = { customDomain: string; subdomainUrl: string; isServing: boolean };

/** Asks before the domain is given back. */
export function RemoveDomainPage({ customDomain, subdomainUrl, isServing }: RemoveDomainPageProps) {
  return (
    <ConfirmForm
      action={`${DOMAIN_PATH}/lepas`}
      title={isServing ? `Lepas ${customDomain}?` : `Batalkan pemasangan ${customDomain}?`}
      submitLabel={isServing ? "Lepas domain" : "Ya, batalkan"}
      cancelHref={DOMAIN_PATH}
    >
      {isServing ? (
        <p>
          Website langsung kembali ke {subdomainUrl.replace(/^https?:\/\//, "")}. Tautan lama yang memakai{" "}
          {customDomain} tidak akan terbuka lagi. Anda bisa memasangnya kembali kapan saja.
        </p>
      ) : (
        <p>Record yang sudah dipasang tidak dipakai lagi. Anda bisa mulai lagi kapan saja dengan kode yang sama.</p>
      )}
    </ConfirmForm>
  );
}
