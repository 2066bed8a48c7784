using Actors.Core.Accounts;

namespace Actors.Web.Identity;

/// <summary>
/// On an endpoint: it may end the very session that asks. Whoever sends the request again has a token without a session; the request comes
/// through as that of a <see cref="FormerCaller"/> then, with no <see cref="Caller"/>. A filter that is put on together with this gives a kept
/// answer or refuses, and never lets such a request on to the handler.
/// </summary>
internal sealed record EndsSession;
