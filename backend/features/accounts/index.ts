export { issueOperatorLink } from "./issue-operator-link";
export { changePassword } from "./passwords/change-password";
export { issuePasswordLink, type PasswordLink, type PasswordLinkDeps } from "./passwords/issue-password-link";
export { MIN_PASSWORD_LENGTH } from "./passwords/password-rules";
export { findPasswordLink, setPasswordByLink } from "./passwords/set-password-by-link";
export { type RegisterShowroomInput, registerShowroom } from "./register-showroom";
export { type InviteUserInput, PERMISSIONS, type Permission, type UpdateUserInput } from "./schemas";
export { type Authenticated, authenticate, type SessionRef } from "./sessions/authenticate";
export type { LoggedIn } from "./sessions/begin-session";
export { forgetOldAccess } from "./sessions/forget-old-access";
export { listSessions, type SessionView } from "./sessions/list-sessions";
export { confirmSecondStep, type LogInDeps, type LogInResult, logIn } from "./sessions/log-in";
export { logOut } from "./sessions/log-out";
export { revokeOtherSessions, revokeSession } from "./sessions/revoke-session";
export { type AuthRoutesDeps, adminLogInRoutes, adminSessionRoutes } from "./sessions/routes.admin";
export {
  createSessionTokens,
  SESSION_HOURS,
  type SessionAudience,
  type SessionTokens,
} from "./sessions/session-tokens";
export { TooManyTriesError } from "./sessions/too-many-tries-error";
export { confirmTotp } from "./totp/confirm-totp";
export { disableTotp, resetTotp } from "./totp/disable-totp";
export { adminTotpRoutes } from "./totp/routes.admin";
export { findTotpSetup, startTotp, type TotpSetup } from "./totp/start-totp";
export { checkPin, hasPin } from "./users/check-pin";
export { getSelf, getUser } from "./users/get-user";
export { inviteUser } from "./users/invite-user";
export { listUsers, type UserPage } from "./users/list-users";
export { adminUserRoutes } from "./users/routes.admin";
export { suspendUser, updateUser } from "./users/update-user";
export { mayManage } from "./users/user-rights";
export type { UserView } from "./users/user-view";
