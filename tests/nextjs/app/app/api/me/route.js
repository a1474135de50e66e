import { withAuth } from '@workos-inc/authkit-nextjs';

export async function GET() {
  const { user, organizationId, sessionId } = await withAuth();
  if (!user) return Response.json({}, { status: 401 });
  return Response.json({ user_id: user.id, organization_id: organizationId ?? null, session_id: sessionId });
}
