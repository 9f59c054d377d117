import { Search, UserPlus } from "lucide-react";
import { Badge } from "../ui/badge";
import { Button, LinkButton } from "../ui/button";
import { Card, PageHeader } from "../ui/card";
import { EmptyState } from "../ui/feedback";
import { Pagination } from "../ui/navigation";
import { type Column, Table } from "../ui/table";
import { TextInput } from "../ui/text-input";
import { Ago } from "../ui/time";
import { MemberStatus } from "./member-status";
import { type Role, roleLabel } from "./role-label";

export type MemberItem = {
  id: string;
  name: string;
  email: string;
  role: Role;
  status: "active" | "invited" | "suspended";
  /** As people write it. */
  whatsappNumber: string | null;
  branch: { id: string; name: string } | null;
  hasTotp: boolean;
  lastLoginAt: Date | null;
  isManageable: boolean;
};

export type TeamPageProps = {
  members: readonly MemberItem[];
  search: string;
  page: number;
  total: number;
  totalPages: number;
  now: Date;
  timezone: string;
};

const PATH = "/dashboard/pengaturan/tim";
/** A team of fewer is seen at a glance. */
const SEARCH_FROM = 10;

/** /dashboard/pengaturan/tim */
export function TeamPage({ members, search, page, total, totalPages, now, timezone }: TeamPageProps) {
  return (
    <>
      <PageHeader
        title="Tim"
        description="Siapa yang bisa masuk ke dashboard dan memberi perintah lewat WhatsApp."
        back={{ href: "/dashboard/pengaturan", label: "Pengaturan" }}
        actions={
          <LinkButton variant="primary" href={`${PATH}/undang`} icon={<UserPlus aria-hidden="true" />}>
            Undang anggota
          </LinkButton>
        }
      />
      <div className="stack">
        {(search || total > SEARCH_FROM) && <SearchBar search={search} />}
        {members.length === 0 ? (
          <Card>
            <EmptyState title={`Tidak ada yang cocok dengan “${search}”`}>
              <a className="link" href={PATH}>
                Tampilkan semua
              </a>
            </EmptyState>
          </Card>
        ) : (
          <Card isFlush>
            <Table caption="Anggota tim" columns={columns(now, timezone)} rows={members} rowKey={({ id }) => id} />
          </Card>
        )}
        <Pagination
          page={page}
          totalPages={totalPages}
          total={total}
          noun="orang"
          hrefOf={(one) => href(search, one)}
        />
      </div>
    </>
  );
}

function SearchBar({ search }: { search: string }) {
  return (
    <search>
      <form className="flex max-w-md gap-2">
        <div className="min-w-0 flex-1">
          <TextInput
            name="cari"
            type="search"
            label="Cari nama atau e-mail"
            value={search}
            isLabelHidden
            placeholder="Cari nama atau e-mail"
          />
        </div>
        <Button icon={<Search aria-hidden="true" />}>Cari</Button>
      </form>
    </search>
  );
}

function href(search: string, page: number): string {
  const query = new URLSearchParams({ ...(search && { cari: search }), halaman: String(page) });
  return `${PATH}?${query}`;
}

function columns(now: Date, timezone: string): Column<MemberItem>[] {
  return [
    {
      key: "name",
      header: "Nama",
      isMain: true,
      cell: ({ id, name, email }) => (
        <>
          <a className="font-medium text-ink hover:underline" href={`${PATH}/${id}`}>
            {name}
          </a>
          <span className="block font-normal text-[0.8125rem] text-muted wrap-anywhere">{email}</span>
        </>
      ),
    },
    {
      key: "role",
      header: "Peran",
      cell: ({ role, hasTotp }) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {roleLabel(role)}
          {hasTotp && <Badge>2 langkah</Badge>}
        </span>
      ),
    },
    {
      key: "whatsapp",
      header: "WhatsApp",
      cell: ({ whatsappNumber }) => (whatsappNumber ? <span className="num">{whatsappNumber}</span> : "–"),
    },
    { key: "branch", header: "Cabang", isWideOnly: true, cell: ({ branch }) => branch?.name ?? "Semua" },
    { key: "status", header: "Status", cell: ({ status }) => <MemberStatus status={status} /> },
    {
      key: "lastLogin",
      header: "Terakhir masuk",
      cell: ({ lastLoginAt }) =>
        lastLoginAt ? (
          <Ago at={lastLoginAt} now={now} timezone={timezone} />
        ) : (
          <span className="text-muted">Belum pernah</span>
        ),
    },
    {
      key: "open",
      header: "Tindakan",
      isHeaderHidden: true,
      align: "end",
      cell: ({ id, name, isManageable }) => (
        <LinkButton size="sm" href={`${PATH}/${id}`} aria-label={`${isManageable ? "Ubah" : "Lihat"} ${name}`}>
          {isManageable ? "Ubah" : "Lihat"}
        </LinkButton>
      ),
    },
  ];
}
