namespace Actors.Hosting.Caching;

/// <summary>What Redis does in one step, with the rules of <see cref="Core.Caching.SharedWish"/>. KEYS: the value, its lease (NUMBER:TOKEN).</summary>
internal static class RedisScripts
{
    /// <summary>
    /// ARGV: the number and mark that are wanted, now, how old it may be, how long a greater number is newer, a token, the lease's milliseconds.
    /// 2: it is there; 1: the lease was taken; 0: somebody makes it. A lease for something older is taken over.
    /// </summary>
    public const string FindOrLease = """
        local value = redis.call('HMGET', KEYS[1], 'number', 'mark', 'made')
        if value[1] and value[2] and value[3] then
            local age = tonumber(ARGV[3]) - tonumber(value[3])
            if value[1] == ARGV[1] and value[2] == ARGV[2] then
                if age < tonumber(ARGV[4]) then return 2 end
            elseif tonumber(value[1]) > tonumber(ARGV[1]) and math.abs(age) <= tonumber(ARGV[5]) then return 2 end
        end
        local lease = redis.call('GET', KEYS[2])
        if lease and (tonumber(string.match(lease, '^%d+')) or -1) >= tonumber(ARGV[1]) then return 0 end
        redis.call('SET', KEYS[2], ARGV[1] .. ':' .. ARGV[6], 'PX', ARGV[7])
        return 1
        """;

    /// <summary>ARGV: the number, mark, moment, body, token, now, how long a greater number is newer, milliseconds to keep it. 0: there is a newer one.</summary>
    public const string Publish = """
        local value = redis.call('HMGET', KEYS[1], 'number', 'made')
        if redis.call('GET', KEYS[2]) == ARGV[1] .. ':' .. ARGV[5] then redis.call('DEL', KEYS[2]) end
        if value[1] and value[2] and tonumber(value[1]) > tonumber(ARGV[1])
            and math.abs(tonumber(ARGV[6]) - tonumber(value[2])) <= tonumber(ARGV[7]) then return 0 end
        redis.call('HSET', KEYS[1], 'number', ARGV[1], 'mark', ARGV[2], 'made', ARGV[3], 'body', ARGV[4])
        redis.call('PEXPIRE', KEYS[1], ARGV[8])
        return 1
        """;

    /// <summary>ARGV: the token.</summary>
    public const string Release = """
        local lease = redis.call('GET', KEYS[2])
        if lease and string.match(lease, ':(.*)$') == ARGV[1] then return redis.call('DEL', KEYS[2]) end
        return 0
        """;
}
