"use client";
import { useNews } from "@amrutam/client/live-session";
import { useRouter } from "next/navigation";

/** Shows the page anew when one of one's visits was booked, moved, cancelled, went on, was prescribed for, or its doctor runs late. */
export function LiveVisits() {
  const router = useRouter();
  useNews(["visit.changed", "notification.changed", "missed"], () => router.refresh());
  return null;
}
