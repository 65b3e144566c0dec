import { Home } from "../../features/search/home";
import { getApi, getTimezone } from "../../server/caller";

export default async function HomePage() {
  const api = await getApi();
  const { items } = await api.doctor.search({ limit: 3, timezone: await getTimezone() });
  return <Home soonest={items} />;
}
