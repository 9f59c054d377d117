import { Zap } from "lucide-react";
import { Button, LinkButton } from "../ui/button";
import { Card, PageHeader } from "../ui/card";
import { EmptyState } from "../ui/feedback";
import { FormErrors, HiddenFields } from "../ui/form";
import { Textarea, TextInput } from "../ui/text-input";

export type QuickReplyForm = { id: string | null; shortcut: string; text: string; errors: Record<string, string> };

export type QuickRepliesPageProps = {
  replies: { id: string; shortcut: string; text: string }[];
  form: QuickReplyForm;
};

const PATH = "/dashboard/inbox/balasan-cepat";
const LABELS = { shortcut: "Nama pendek", text: "Isi balasan" };

export function QuickRepliesPage({ replies, form }: QuickRepliesPageProps) {
  return (
    <>
      <PageHeader
        title="Balasan cepat"
        description="Kalimat yang sering dipakai tim saat membalas chat."
        back={{ href: "/dashboard/inbox", label: "Inbox" }}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card title="Daftar" isFlush>
          {replies.length === 0 && (
            <EmptyState icon={<Zap aria-hidden="true" />} title="Belum ada balasan cepat" headingLevel={3}>
              Mulai dari yang paling sering ditanya: alamat, jam buka, syarat kredit.
            </EmptyState>
          )}
          <ul>
            {replies.map((reply) => (
              <li key={reply.id} className="flex flex-wrap items-start gap-3 border-line border-t px-4 py-3">
                <div className="min-w-0 flex-1 basis-60">
                  <p className="font-semibold text-ink">/{reply.shortcut}</p>
                  <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{reply.text}</p>
                </div>
                <div className="form-actions">
                  <LinkButton size="sm" href={`${PATH}?ubah=${reply.id}`} aria-label={`Ubah /${reply.shortcut}`}>
                    Ubah
                  </LinkButton>
                  <LinkButton
                    size="sm"
                    variant="danger-quiet"
                    href={`${PATH}/hapus/${reply.id}`}
                    aria-label={`Hapus /${reply.shortcut}`}
                  >
                    Hapus
                  </LinkButton>
                </div>
              </li>
            ))}
          </ul>
        </Card>
        <Editor form={form} />
      </div>
    </>
  );
}

function Editor({ form }: { form: QuickReplyForm }) {
  return (
    <Card title={form.id ? "Ubah balasan" : "Balasan baru"}>
      <form method="post" action={PATH} className="flex flex-col gap-4">
        <FormErrors errors={form.errors} labels={LABELS} />
        {form.id && <HiddenFields fields={{ id: form.id }} />}
        <TextInput
          name="shortcut"
          label={LABELS.shortcut}
          value={form.shortcut}
          error={form.errors.shortcut}
          prefix="/"
          placeholder="alamat"
          required
        />
        <Textarea
          name="text"
          label={LABELS.text}
          value={form.text}
          error={form.errors.text}
          rows={5}
          maxLength={1000}
          required
          hint="Boleh memakai {nama}, {unit}, {harga}, {link} dan {sales}. Yang belum diketahui ditanyakan dulu sebelum dikirim."
        />
        <div className="form-actions">
          <Button variant="primary">Simpan</Button>
          {form.id && <LinkButton href={PATH}>Batal</LinkButton>}
        </div>
      </form>
    </Card>
  );
}
