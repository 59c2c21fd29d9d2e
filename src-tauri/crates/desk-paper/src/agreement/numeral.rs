//! The numbers that articles, items and sub-items carry in their own words:
//! 第四条, （一）, 6、 and their kin. Owns reading and writing them. Refuses to
//! number anything: the words of a text are never changed.

/// How deep a number stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Level {
    /// 第四条.
    Article,
    /// 四、 — an article in texts that have no 第…条.
    Chapter,
    /// （四）.
    Part,
    /// 4、 4． 4.
    Item,
    /// （4） 4）.
    Sub,
    /// ④.
    Circle,
}

/// A number at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeral {
    pub level: Level,
    pub value: u32,
    /// How much of the line it takes, in bytes.
    pub length: usize,
}

/// The number at the start of this line.
pub(super) fn numeral(text: &str) -> Option<Numeral> {
    let lead = text.len() - text.trim_start().len();
    let line = &text[lead..];
    let found = |level, value, length| Numeral {
        level,
        value,
        length: length + lead,
    };
    let first = line.chars().next()?;
    if first == '第' {
        let (value, rest) = count(line[first.len_utf8()..].trim_start())?;
        let rest = rest.trim_start().strip_prefix('条')?;
        return Some(found(Level::Article, value, line.len() - rest.len()));
    }
    if let '（' | '(' = first {
        let inside = &line[first.len_utf8()..];
        let (value, rest) = count(inside)?;
        let rest = rest.strip_prefix(['）', ')'])?;
        let level = if digits(inside).is_some() {
            Level::Sub
        } else {
            Level::Part
        };
        return Some(found(level, value, line.len() - rest.len()));
    }
    if let '①'..='⑳' = first {
        let value = u32::from(first) - u32::from('①') + 1;
        return Some(found(Level::Circle, value, first.len_utf8()));
    }
    plain(line).map(|(level, value, length)| found(level, value, length))
}

/// 4、 4． 4. 4） 四、
fn plain(line: &str) -> Option<(Level, u32, usize)> {
    let (value, rest) = count(line)?;
    let sign = rest.chars().next()?;
    let after = &rest[sign.len_utf8()..];
    let length = line.len() - after.len();
    let arabic = digits(line).is_some();
    match sign {
        '、' if arabic => Some((Level::Item, value, length)),
        '、' => Some((Level::Chapter, value, length)),
        '．' if arabic => Some((Level::Item, value, length)),
        // 1.5 is a figure, not an item.
        '.' if arabic && digits(after).is_none() => Some((Level::Item, value, length)),
        '）' | ')' if arabic => Some((Level::Sub, value, length)),
        _ => None,
    }
}

/// Whether the line starts with 第…条.
pub(super) fn is_article(line: &str) -> bool {
    numeral(line).is_some_and(|numeral| numeral.level == Level::Article)
}

/// The figure or Chinese number at the start, and what follows it.
fn count(text: &str) -> Option<(u32, &str)> {
    digits(text).or_else(|| chinese(text))
}

fn digits(text: &str) -> Option<(u32, &str)> {
    let value = |c: char| {
        let wide = u32::from(c).wrapping_sub(u32::from('０'));
        c.to_digit(10).or((wide < 10).then_some(wide))
    };
    let mut sum = None;
    for (at, character) in text.char_indices() {
        match value(character) {
            // Four figures are a year or an amount.
            Some(_) if sum.is_some_and(|sum| sum > 99) => return None,
            Some(digit) => sum = Some(sum.unwrap_or(0) * 10 + digit),
            None => return sum.map(|sum| (sum, &text[at..])),
        }
    }
    sum.map(|sum| (sum, ""))
}

const DIGITS: &str = "零一二三四五六七八九";

/// Chinese numbers below a thousand: 六, 十二, 二十, 一百零三.
fn chinese(text: &str) -> Option<(u32, &str)> {
    let (mut sum, mut digit, mut end) = (0_u32, None::<u32>, 0);
    for (at, character) in text.char_indices() {
        let unit = match character {
            '十' => 10,
            '百' => 100,
            _ => {
                let character = match character {
                    '〇' => '零',
                    '两' => '二',
                    other => other,
                };
                let Some(value) = DIGITS.chars().position(|c| c == character) else {
                    break;
                };
                digit = u32::try_from(value).ok();
                end = at + '零'.len_utf8();
                continue;
            }
        };
        sum += digit.take().unwrap_or(1) * unit;
        end = at + character.len_utf8();
        if sum > 999 {
            return None;
        }
    }
    (end > 0).then(|| (sum + digit.unwrap_or(0), &text[end..]))
}

/// A number below a thousand in Chinese.
pub(super) fn in_chinese(value: u32) -> String {
    let name = |digit: u32| DIGITS.chars().nth(digit as usize).unwrap_or('零');
    let (hundreds, tens, ones) = (value / 100 % 10, value / 10 % 10, value % 10);
    let mut out = String::new();
    if hundreds > 0 {
        out.push(name(hundreds));
        out.push('百');
        if tens == 0 && ones > 0 {
            out.push('零');
        }
    }
    if tens > 0 {
        if tens > 1 || hundreds > 0 {
            out.push(name(tens));
        }
        out.push('十');
    }
    if ones > 0 || value == 0 {
        out.push(name(ones));
    }
    out
}

impl Numeral {
    /// As people cite it: 第四条, （一）, 6.
    pub fn cited(self) -> String {
        let number = in_chinese(self.value);
        match self.level {
            Level::Article => format!("第{number}条"),
            Level::Chapter => format!("{number}、"),
            Level::Part => format!("（{number}）"),
            Level::Item => self.value.to_string(),
            Level::Sub => format!("（{}）", self.value),
            Level::Circle => char::from_u32(u32::from('①') + self.value.saturating_sub(1))
                .map_or_else(String::new, String::from),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_articles_and_items_are_read() {
        let read = |text| numeral(text).map(|n| (n.level, n.value, &text[n.length..]));
        assert_eq!(read("第四条：甲"), Some((Level::Article, 4, "：甲")));
        assert_eq!(read("第 12 条 甲"), Some((Level::Article, 12, " 甲")));
        assert_eq!(read("第12条 甲"), Some((Level::Article, 12, " 甲")));
        assert_eq!(read("第二十三条"), Some((Level::Article, 23, "")));
        assert_eq!(read("（十一）甲"), Some((Level::Part, 11, "甲")));
        assert_eq!(read("(三)甲"), Some((Level::Part, 3, "甲")));
        assert_eq!(read("6、甲"), Some((Level::Item, 6, "甲")));
        assert_eq!(read("１０．甲"), Some((Level::Item, 10, "甲")));
        assert_eq!(read("（2）甲"), Some((Level::Sub, 2, "甲")));
        assert_eq!(read("③甲"), Some((Level::Circle, 3, "甲")));
        assert_eq!(read("三、甲"), Some((Level::Chapter, 3, "甲")));
        assert_eq!(read("400电话"), None);
        assert_eq!(read("1.5元"), None);
        assert_eq!(read("2026、"), None);
        assert_eq!(read("（盖章）"), None);
    }

    #[test]
    fn every_number_below_a_thousand_is_read_as_it_is_written() {
        for value in 1..1000 {
            let written = in_chinese(value);
            assert_eq!(chinese(&written), Some((value, "")), "{written}");
        }
    }
}
