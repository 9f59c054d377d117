import { ExternalLink } from "lucide-react";
import { SettingsPage } from "../settings/settings-page";
import { StatusBadge } from "../ui/badge";
import { LinkButton } from "../ui/button";
import { Card, Facts } from "../ui/card";
import { Alert } from "../ui/feedback";
import { formatDate } from "../ui/time";
import { CheckButton } from "./check-button";
import { CheckList } from "./check-list";
import { ClaimForm, type ClaimFormProps } from "./claim-form";
import { Disclosure } from "./disclosure";
import { type ClaimView, DOMAIN_PATH, type DomainPageView } from "./domain-view";
import { RecordList } from "./record-list";
import { Steps } from "./steps";

/** The wizard: enter a domain, set its records, have them checked, done. `form` is set while a domain is being entered. */
export function DomainPage({ view, form }: { view: DomainPageView; form: ClaimFormProps | null }) {
  const { claim, subdomainUrl } = view;
  const isEntering = form !== null || !claim;
  return (
    <SettingsPage
      title="Domain"
      description="Pakai alamat milik sendiri, misalnya showroomanda.com."
      badge={claim && <StatusBadge kind="domain" status={claim.status} />}
    >
      <Card>
        <Steps current={isEntering ? 0 : stepOf(claim)} />
      </Card>
      {isEntering ? (
        <ClaimForm {...(form ?? { value: "", errors: {}, isChange: false })} />
      ) : claim.status === "verified" ? (
        <Serving claim={claim} view={view} />
      ) : (
        <BeingSetUp claim={claim} view={view} />
      )}
      <p className="text-muted">
        Alamat bawaan{" "}
        <a className="link" href={`${subdomainUrl}/`}>
          {subdomainUrl.replace(/^https?:\/\//, "")}
        </a>{" "}
        selalu bisa dipakai{claim?.status === "verified" ? " untuk membuka dashboard ini" : ""}.
      </p>
    </SettingsPage>
  );
}

function stepOf({ status, checks }: ClaimView): number {
  if (status === "verified") return 4;
  return checks.length > 0 ? 2 : 1;
}

function BeingSetUp({ claim, view }: { claim: ClaimView; view: DomainPageView }) {
  const { customDomain, status, checks, checkedAt } = claim;
  return (
    <>
      {status === "failed" && (
        <Alert tone="danger" title={`${customDomain} tidak bisa dihubungi ${claim.failures} hari berturut-turut.`}>
          <p>
            Sementara website Anda tampil di alamat bawaan. Perbaiki yang merah di bawah; begitu benar, domain aktif
            lagi dengan sendirinya.
          </p>
        </Alert>
      )}
      {checkedAt && checks.length > 0 && (
        <CheckList {...{ checks, checkedAt, now: view.now, timezone: view.timezone }} hasButton />
      )}
      <RecordList claim={claim} />
      <Card
        title={`Periksa ${customDomain}`}
        description="Record baru biasanya terbaca dalam 5–30 menit, paling lama 48 jam."
      >
        <div className="form-actions">
          <CheckButton variant="primary" />
          <LinkButton href={`${DOMAIN_PATH}?ubah=1`}>Ganti domain</LinkButton>
          <LinkButton href={`${DOMAIN_PATH}/lepas`} variant="ghost">
            Batalkan
          </LinkButton>
        </div>
      </Card>
    </>
  );
}

function Serving({ claim, view }: { claim: ClaimView; view: DomainPageView }) {
  const { customDomain, partner, checks, checkedAt, failures, verifiedAt } = claim;
  const { timezone, now, subdomainUrl } = view;
  return (
    <>
      {failures > 0 && (
        <Alert tone="warning" title={`Pemeriksaan harian gagal ${failures} kali.`}>
          <p>Setelah tiga kali berturut-turut, website tampil di alamat bawaan sampai domain benar lagi.</p>
        </Alert>
      )}
      <Card
        title={customDomain}
        actions={
          <LinkButton href={`https://${customDomain}/`} size="sm" icon={<ExternalLink aria-hidden="true" />}>
            Buka website
          </LinkButton>
        }
        footer={
          <div className="form-actions">
            <CheckButton />
            <LinkButton href={`${DOMAIN_PATH}/lepas`} variant="danger-quiet">
              Lepas domain
            </LinkButton>
          </div>
        }
      >
        <Facts
          items={[
            { term: "Alamat utama", value: `https://${customDomain}` },
            {
              term: "Dialihkan ke sana",
              value: [subdomainUrl.replace(/^https?:\/\//, ""), partner].filter(Boolean).join(", "),
            },
            { term: "Pengalihan", value: redirectText(claim, timezone) },
            { term: "Aktif sejak", value: verifiedAt && formatDate(verifiedAt, timezone) },
          ]}
        />
      </Card>
      {checkedAt && checks.length > 0 && <CheckList {...{ checks, checkedAt, now, timezone }} />}
      <Disclosure summary="Lihat record DNS domain ini">
        <div className="mt-3">
          <RecordList claim={claim} />
        </div>
      </Disclosure>
    </>
  );
}

function redirectText({ redirectStatus, permanentFrom }: ClaimView, timezone: string): string | null {
  if (redirectStatus === 301) return "Permanen (301)";
  if (!permanentFrom) return "Sementara (307), selama pemeriksaan belum stabil";
  return `Sementara (307), permanen mulai ${formatDate(permanentFrom, timezone)}`;
}
