export const DOMAIN_PATH = "/dashboard/pengaturan/domain";

/** What the page shows of the showroom's own domain; `claim` is null before one is entered. */
export type DomainPageView = {
  /** Address that always works: "https://showroom.autoleads.id". */
  subdomainUrl: string;
  claim: ClaimView | null;
  timezone: string;
  now: string;
};

export type ClaimView = {
  customDomain: string;
  /** The other one of the pair, null for a deeper name. */
  partner: string | null;
  isApex: boolean;
  status: "pending" | "verified" | "failed";
  records: RecordView[];
  target: string;
  checkedAt: string | null;
  checks: CheckView[];
  failures: number;
  verifiedAt: string | null;
  redirectStatus: 301 | 307 | null;
  /** From when on the redirect is permanent, while it is not yet. */
  permanentFrom: string | null;
};

export type RecordView = {
  purpose: "proof" | "pointing" | "www";
  type: string;
  name: string;
  /** What a registrar's form wants as name: "@", "www", "_autoleads". */
  host: string;
  value: string;
};

export type CheckView = {
  name: "txt" | "wellKnown" | "pointing" | "www";
  ok: boolean;
  required: boolean;
  unknown: boolean;
  wanted: string;
  found: string[];
  advice: string;
};
