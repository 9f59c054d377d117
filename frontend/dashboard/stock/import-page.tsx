import { Download, FileUp } from "lucide-react";
import { Button, LinkButton } from "../ui/button";
import { Card, PageHeader } from "../ui/card";
import { FileInput } from "../ui/text-input";
import { STOCK_HREF } from "./stock-view";

/** Step one of an import: the file. */
export function ImportPage({ error }: { error: string | null }) {
  return (
    <div className="mx-auto max-w-2xl stack">
      <PageHeader
        title="Impor stok"
        description="Masukkan banyak unit sekaligus dari Excel atau Google Sheets."
        back={{ href: STOCK_HREF, label: "Stok" }}
      />
      <Card title="1. Siapkan file">
        <div className="stack">
          <ul className="list-disc pl-4">
            <li>
              Simpan sebagai CSV. Urutan kolom bebas; nama kolom boleh Plat atau Nopol, Merek atau Merk, dan sejenisnya.
            </li>
            <li>Plat yang sudah ada di stok akan diperbarui, yang belum ada masuk sebagai unit baru (draf).</li>
            <li>Sel kosong tidak mengubah apa pun. Tulis “-” untuk mengosongkan.</li>
            <li>Harga dan KM boleh ditulis biasa: 185jt, 45rb.</li>
          </ul>
          <div className="form-actions">
            <LinkButton href={`${STOCK_HREF}/impor/contoh.csv`} icon={<Download aria-hidden="true" />}>
              Unduh contoh
            </LinkButton>
          </div>
        </div>
      </Card>
      <Card title="2. Unggah dan periksa">
        <form method="post" action={`${STOCK_HREF}/impor`} encType="multipart/form-data" className="stack">
          <FileInput
            name="file"
            label="File CSV"
            accept=".csv,text/csv,text/plain"
            required
            error={error ?? undefined}
            hint="Maksimal 2 MB atau 2.000 unit. Belum ada yang disimpan di langkah ini."
          />
          <div className="form-actions">
            <Button variant="primary" icon={<FileUp aria-hidden="true" />}>
              Periksa file
            </Button>
          </div>
        </form>
      </Card>
    </div>
  );
}
