import { PageHeader } from "../ui/card";
import { type MemberChoices, MemberForm, type MemberValues } from "./member-form";

export type InvitePageProps = MemberChoices & {
  values: MemberValues;
  message: string | null;
  errors: Record<string, string>;
};

export function InvitePage(props: InvitePageProps) {
  return (
    <>
      <PageHeader
        title="Undang anggota tim"
        description="Setelah disimpan, Anda mendapat tautan untuk dikirim. Orangnya membuat kata sandi sendiri."
        back={{ href: "/dashboard/pengaturan/tim", label: "Tim" }}
      />
      <div className="max-w-3xl">
        <MemberForm
          {...props}
          action="/dashboard/pengaturan/tim/undang"
          hasPin={false}
          submitLabel="Simpan dan buat tautan"
        />
      </div>
    </>
  );
}
