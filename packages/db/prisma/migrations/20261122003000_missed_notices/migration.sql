-- Both sides of a visit are told that one of them was reported as absent.
ALTER TYPE "NoticeKind" ADD VALUE 'MISSED';
