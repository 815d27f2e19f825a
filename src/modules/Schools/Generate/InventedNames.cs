namespace Shuren.Schools.Generate;

/// <summary>Names made up from common surnames and characters; who has one by chance is nobody here.</summary>
internal static class InventedNames
{
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private const string Boys = "伟强磊洋勇军杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆旭博宁轩睿泽航晨哲辰翔嘉昊天子一文思逸铭启承安远诚致和景云立成景行川野";
    private const string Girls = "芳娜敏静丽艳娟霞秀燕玲桂莹雪琳晶妍茜媛琪佳悦欣怡萱涵诗梦瑶婷雅清馨若语彤可心子一思雨文宁安禾青云初晴念微知夏星月晓澜舒";
    private const string TownFirst = "柳云石丰白青清平安永和太新大长东南西北金银玉龙凤双松竹梅桃杏枫桐荷莲桑麻甘泉湖溪河江山岭坪岗沙";
    private const string TownSecond = "塘溪桥泽鹭河山田岭洲港浦湾坡坪店市桥集渡台岗泉源川陂冲坑头埠";

    public static string Person(Chance chance, bool isMale) => Person(chance, Surname(chance), isMale);

    public static string Person(Chance chance, char surname, bool isMale)
    {
        var from = isMale ? Boys : Girls;
        var first = from[chance.Below(from.Length)];
        return chance.Is(0.82) ? $"{surname}{first}{from[chance.Below(from.Length)]}" : $"{surname}{first}";
    }

    public static char Surname(Chance chance) => Surnames[chance.Below(Surnames.Length)];

    /// <summary>Names of towns, none twice; past the pairs of characters they are numbered.</summary>
    public static IReadOnlyList<string> Towns(Chance chance, int count)
    {
        var names = new List<string>(count);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        while (names.Count < count)
        {
            var pair = $"{TownFirst[chance.Below(TownFirst.Length)]}{TownSecond[chance.Below(TownSecond.Length)]}";
            if (taken.Count > TownFirst.Length * TownSecond.Length / 2)
                pair += names.Count;
            if (taken.Add(pair))
                names.Add(pair);
        }
        return names;
    }
}
