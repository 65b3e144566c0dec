import { LanguageSwitch } from "@amrutam/account/language-switch";
import { ThemeSwitch } from "@amrutam/account/theme-switch";
import { SignOut } from "../shell/sign-out";

/** Language, appearance and the way out: what stands at the edge of every portal page. @param name of the radio group */
export function Preferences({ name }: { name: string }) {
  return (
    <div className="flex flex-col items-start gap-4">
      <div className="-ms-3">
        <LanguageSwitch />
      </div>
      <ThemeSwitch name={name} />
      <SignOut />
    </div>
  );
}
