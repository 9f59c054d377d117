import { Card } from "../ui/card";
import { CopyValue } from "./copy-value";
import { Disclosure } from "./disclosure";
import type { ClaimView, RecordView } from "./domain-view";

const PURPOSES: Record<RecordView["purpose"], { title: string; why: string }> = {
  proof: { title: "Bukti bahwa domain ini milik Anda", why: "Biarkan tetap terpasang; kami periksa setiap hari." },
  pointing: {
    title: "Mengarahkan domain ke website Anda",
    why: "Hapus record A, AAAA, atau CNAME lama dengan nama yang sama.",
  },
  www: { title: "Pasangannya", why: "Supaya pengunjung yang mengetik alamat ini juga sampai." },
};

/** The second step: every record to set, with values to copy, and how it differs by provider. */
export function RecordList({ claim }: { claim: ClaimView }) {
  const purposes = (["proof", "pointing", "www"] as const).filter((purpose) =>
    claim.records.some((record) => record.purpose === purpose),
  );
  return (
    <Card
      title="Record DNS yang dipasang"
      description={`Di pengaturan DNS ${claim.customDomain.replace(/^www\./, "")}, pada registrar atau Cloudflare Anda.`}
    >
      <ol className="grid gap-5">
        {purposes.map((purpose) => (
          <li key={purpose}>
            <h3 className="text-[0.875rem] text-ink">{PURPOSES[purpose].title}</h3>
            <p className="mb-2 text-muted">{PURPOSES[purpose].why}</p>
            <div className="grid gap-3">
              {claim.records
                .filter((record) => record.purpose === purpose)
                .map((record) => (
                  <DnsRecord key={`${record.type} ${record.value}`} record={record} />
                ))}
            </div>
          </li>
        ))}
      </ol>
      <ProviderHelp claim={claim} />
    </Card>
  );
}

function DnsRecord({ record }: { record: RecordView }) {
  const { type, name, host, value } = record;
  return (
    <dl className="grid gap-x-4 gap-y-2 rounded-md border border-line p-3 sm:grid-cols-[5rem_minmax(0,2fr)_minmax(0,3fr)]">
      <div>
        <dt className="text-muted">Jenis</dt>
        <dd className="py-1 font-semibold text-ink">{type}</dd>
      </div>
      <div className="min-w-0">
        <dt className="text-muted">Nama</dt>
        <dd>
          <CopyValue value={host} label={`nama record ${type}`} />
          <span className="mt-1 block text-[0.8125rem] break-all text-muted">{name}</span>
        </dd>
      </div>
      <div className="min-w-0">
        <dt className="text-muted">Nilai</dt>
        <dd>
          <CopyValue value={value} label={`nilai record ${type} ${host}`} />
        </dd>
      </div>
    </dl>
  );
}

function ProviderHelp({ claim: { target, isApex } }: { claim: ClaimView }) {
  return (
    <div className="mt-5 grid gap-2 border-t border-line pt-4">
      <Disclosure summary="Memakai Cloudflare">
        <ul className="mt-2 list-disc pl-5">
          <li>
            Domain utama dan www: pasang CNAME ke <code>{target}</code>. Cloudflare mengizinkannya juga untuk domain
            utama.
          </li>
          <li>Awan oranye (Proxied) boleh menyala. Pada SSL/TLS pilih mode Full.</li>
          <li>Record TXT dipasang apa adanya.</li>
        </ul>
      </Disclosure>
      {isApex && (
        <Disclosure summary="Registrar menyediakan ALIAS atau ANAME">
          <p className="mt-2">
            Lebih baik daripada record A: pasang ALIAS dengan nama @ ke <code>{target}</code>.
          </p>
        </Disclosure>
      )}
      <Disclosure summary="Nama record ditolak atau jadi dobel">
        <p className="mt-2">
          Sebagian registrar menambahkan nama domain sendiri: isi bagian depannya saja, seperti di kolom Nama. Yang lain
          meminta nama lengkap, yang tertulis kecil di bawahnya.
        </p>
      </Disclosure>
    </div>
  );
}
