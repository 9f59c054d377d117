import { LogOut, UserRound } from "lucide-react";
import { MenuButton, MenuLink } from "../ui/menu";

export function UserMenuItems() {
  return (
    <>
      <MenuLink href="/dashboard/pengaturan/akun" icon={<UserRound aria-hidden="true" />}>
        Akun saya
      </MenuLink>
      <MenuButton action="/dashboard/keluar" icon={<LogOut aria-hidden="true" />}>
        Keluar
      </MenuButton>
    </>
  );
}
