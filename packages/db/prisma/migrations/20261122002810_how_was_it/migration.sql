-- A day after a visit its patient is asked how it was.
ALTER TYPE "NoticeKind" ADD VALUE 'HOW_WAS_IT';
