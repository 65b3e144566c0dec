import { linkClass } from "@amrutam/ui/link";
import { getTranslations } from "next-intl/server";

/** The foot of public and patient pages: what to do in an emergency, and whom to complain to (DPDP Act, s. 13). */
export async function SiteFooter({ grievanceEmail }: { grievanceEmail: string }) {
  const t = await getTranslations("shell.footer");
  return (
    <footer data-print="never" className="border-t border-line bg-sunken">
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-1 px-4 py-6 text-sm text-ink-soft md:px-6">
        <p>{t("emergency")}</p>
        <p>
          {t.rich("grievance", {
            email: grievanceEmail,
            mail: (address) => (
              <a href={`mailto:${grievanceEmail}`} className={linkClass()}>
                {address}
              </a>
            ),
          })}
        </p>
      </div>
    </footer>
  );
}
