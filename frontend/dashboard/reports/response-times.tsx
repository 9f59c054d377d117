import { formatCount } from "../../ui/format";
import { Card } from "../ui/card";
import { Stat, StatGrid } from "../ui/stat";
import { formatDuration } from "../ui/time";
import { DayChart } from "./day-chart";
import { NoData } from "./no-data";

type Spread = { answers: number; medianSeconds: number | null; p95Seconds: number | null };

export type ResponseTimesView = {
  bot: Spread;
  thinking: { medianMs: number | null; p95Ms: number | null };
  people: Spread;
  days: { date: string; botSeconds: number | null; peopleMinutes: number | null }[];
};

/** How long customers wait for the bot and for people. */
export function ResponseTimes({ report }: { report: ResponseTimesView }) {
  const { bot, thinking, people, days } = report;
  if (bot.answers + people.answers === 0) {
    return (
      <NoData title="Belum ada balasan pada periode ini">
        Waktu respons dihitung dari pesan pelanggan sampai dibalas bot atau tim.
      </NoData>
    );
  }
  return (
    <>
      <StatGrid>
        <Stat label="Bot, biasanya" value={duration(bot.medianSeconds)} hint={`${formatCount(bot.answers)} balasan`} />
        <Stat label="Bot, 95% balasan" value={duration(bot.p95Seconds)} hint="lebih cepat dari ini" />
        <Stat
          label="Tim, biasanya"
          value={duration(people.medianSeconds)}
          hint={`${formatCount(people.answers)} balasan`}
        />
        <Stat label="Tim, 95% balasan" value={duration(people.p95Seconds)} hint="lebih cepat dari ini" />
      </StatGrid>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2">
        <Card title="Tim, nilai tengah per hari" description="Sejak pesan yang belum dijawab, atau sejak chat diambil.">
          <DayChart caption="Waktu respons tim per hari, menit" unit="menit" series={PEOPLE} days={days} />
        </Card>
        <Card
          title="Bot, nilai tengah per hari"
          description={
            thinking.medianMs === null ? undefined : `Membaca dan menyusun jawaban: ${milliseconds(thinking.medianMs)}.`
          }
        >
          <DayChart caption="Waktu respons bot per hari, detik" unit="detik" series={BOT} days={days} />
        </Card>
      </div>
    </>
  );
}

const PEOPLE = [{ key: "peopleMinutes", label: "Menit", tone: "hot" }] as const;
const BOT = [{ key: "botSeconds", label: "Detik" }] as const;

function duration(seconds: number | null): string {
  return seconds === null ? "–" : formatDuration(seconds);
}

function milliseconds(ms: number): string {
  return `${(ms / 1_000).toLocaleString("id-ID", { maximumFractionDigits: 2 })} detik`;
}
