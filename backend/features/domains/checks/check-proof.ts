import { type DomainProbe, PROOF_PATH, type ProbeAnswer } from "../domain-probe";
import { type DomainRecord, recordLine } from "../domain-records";
import type { DomainCheck } from "../domain-report";

/** The chosen address itself answers with the showroom's token: it leads here, by whatever proxy, over valid HTTPS. */
export async function checkProof(probe: DomainProbe, host: string, token: string): Promise<DomainCheck> {
  const answer = await probe(host);
  const ok = isOurs(answer, token);
  return {
    name: "wellKnown",
    required: true,
    ok,
    unknown: false,
    wanted: `https://${host}${PROOF_PATH}`,
    found: [describe(answer, token)],
    advice: ok ? "" : adviceFor(answer, host),
  };
}

/** The other one of the pair; the site works without it, but whoever types it would not arrive. */
export async function checkPartner(
  probe: DomainProbe,
  host: string,
  token: string,
  records: readonly DomainRecord[],
): Promise<DomainCheck> {
  const answer = await probe(host);
  const ok = isOurs(answer, token);
  return {
    name: "www",
    required: false,
    ok,
    unknown: false,
    wanted: records.map(recordLine).join(", "),
    found: [describe(answer, token)],
    advice: ok ? "" : `Pengunjung yang mengetik ${host} belum sampai ke website Anda. ${adviceFor(answer, host)}`,
  };
}

function isOurs(answer: ProbeAnswer, token: string): boolean {
  return answer.type === "tokens" && answer.tokens.includes(token);
}

function describe(answer: ProbeAnswer, token: string): string {
  switch (answer.type) {
    case "tokens":
      return isOurs(answer, token)
        ? "Menjawab dengan kode showroom ini"
        : "Menjawab, tetapi bukan dengan kode showroom ini";
    case "status":
      return answer.status >= 300 && answer.status < 400
        ? `Dialihkan ke alamat lain (HTTP ${answer.status})`
        : `HTTP ${answer.status}`;
    case "certificate":
      return "Sertifikat HTTPS tidak cocok atau tidak berlaku";
    case "private":
      return "Mengarah ke alamat jaringan lokal";
    case "unreachable":
      return "Tidak ada jawaban";
  }
}

function adviceFor(answer: ProbeAnswer, host: string): string {
  switch (answer.type) {
    case "status":
      return answer.status >= 300 && answer.status < 400
        ? `Matikan pengalihan (forwarding) untuk ${host}, lalu pasang record yang diminta.`
        : `${host} masih dijawab server lain. Periksa record pengarahnya.`;
    case "certificate":
      return "Sertifikat dibuat setelah domain mengarah ke sini. Tunggu beberapa menit; di Cloudflare pilih mode SSL Full.";
    case "tokens":
      return `${host} sampai ke layanan ini, tetapi belum untuk showroom Anda. Hapus record lama lalu coba lagi.`;
    case "private":
    case "unreachable":
      return `Arahkan ${host} dengan record yang diminta, lalu tunggu 5–30 menit.`;
  }
}
