/** What each app's description is called. */
export const WEB_TITLE = "Amrutam for patients and doctors";
export const ADMIN_TITLE = "Amrutam console";
