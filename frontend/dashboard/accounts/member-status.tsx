import { Badge, StatusBadge } from "../ui/badge";

export function MemberStatus({ status }: { status: "active" | "invited" | "suspended" }) {
  if (status !== "invited") return <StatusBadge kind="user" status={status} />;
  return (
    <Badge tone="warning" hasDot>
      Diundang
    </Badge>
  );
}
