"""What Word, WPS, a spreadsheet and a browser put on the clipboard, about a county that does not exist."""

WORD = """Version:1.0
StartHTML:0000000105
EndHTML:0000045672
StartFragment:0000044280
EndFragment:0000045632

<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face {font-family:仿宋_GB2312; panose-1:2 1 6 9 6 1 1 1 1 1;}
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal, div.MsoNormal
	{mso-style-unhide:no; mso-style-qformat:yes; margin:0cm; font-size:16.0pt; font-family:仿宋_GB2312;}
h1
	{mso-style-priority:9; mso-style-next:正文; mso-outline-level:1; font-family:黑体;}
p.a, li.a, div.a
	{mso-style-name:二级标题; mso-style-unhide:no; mso-outline-level:2; font-family:楷体_GB2312;}
span.hidden
	{mso-style-name:批语; mso-hide:all; display:none;}
-->
</style>
<!--[if gte mso 10]><style>/* 表格 */ table.MsoNormalTable {mso-style-name:普通表格;}</style><![endif]-->
</head>
<body lang=ZH-CN style='tab-interval:21.0pt;word-wrap:break-word'>
<!--StartFragment-->
<p class=MsoTitle align=center style='text-align:center'><span
style='font-family:方正小标宋简体'>云溪县全民科学素质行动<br>
实施方案<span lang=EN-US><o:p></o:p></span></span></p>

<p class=MsoNormal style='text-indent:32.0pt'><span style='mso-bidi-font-size:16.0pt'>为贯彻
落实国家部署，结合我县<span class=hidden>此处待查</span>实际，制定本方案。<span
lang=EN-US><o:p>&nbsp;</o:p></span></span></p>

<h1 style='margin-left:0cm;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US
style='font-family:黑体;mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span><![endif]><span style='font-family:黑体'>总体要求<span lang=EN-US><o:p></o:p></span></span></h1>

<p class=a><span style='font-family:楷体_GB2312'>（一）工作目标</span></p>

<p class=MsoNormal><span>到<span lang=EN-US>2030</span>年，全县公民具备科学素质的比例达到<span
lang=EN-US>18%</span>。<![if !supportAnnotations]><span class=MsoCommentReference><span
style='font-size:10.5pt'><a class=msocomanchor href="#_msocom_1">[县科1]</a></span></span><![endif]></span></p>

<p class=MsoNormal style='mso-outline-level:1'>二、重点任务</p>

<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=EN-US
style='font-family:Wingdings;mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp;
</span></span><![endif]>开展流动科技馆巡展；</p>

<p class=MsoNormal><!--[if gte vml 1]><v:shape id="图片_1"><v:imagedata src="a.png"/></v:shape><![endif]--><![if
!vml]><img width=300 height=200 src="file:///C:/Users/yx/AppData/Local/Temp/msohtmlclip1/01/clip_image002.png"><![endif]></p>

<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=60><p class=MsoNormal align=center>序号<span lang=EN-US><o:p></o:p></span></p></td>
  <td width=300><p class=MsoNormal>任务</p></td>
  <td width=120><p class=MsoNormal>牵头单位</p></td>
 </tr>
 <tr>
  <td><p class=MsoNormal>1</p></td>
  <td><p class=MsoNormal>青少年科学素质</p><p class=MsoNormal>提升行动</p></td>
  <td rowspan=2><p class=MsoNormal>县教育体育局</p></td>
 </tr>
 <tr>
  <td colspan=2><p class=MsoNormal>合计</p></td>
 </tr>
</table>

<p class=MsoNormal>附件：<span lang=EN-US>1.</span>任务分工表</p>
<p class=MsoNormal>2.主要指标表</p>
<!--EndFragment-->
<div style='mso-element:comment-list'><p class=MsoCommentText>请核对比例。</p></div>
</body>
</html>"""

WORD_TEXT = "云溪县全民科学素质行动\v实施方案\r\n…\r\n2.主要指标表\r\n"

WPS = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8">
<meta name="Generator" content="Kingsoft WPS"><style>
@font-face{font-family:"Times New Roman";}
@list l0:level1{mso-level-number-format:chinese-counting;mso-level-suffix:none;mso-level-text:"%1、";}
p.MsoNormal{mso-style-name:正文;mso-style-parent:"";margin:0pt;font-family:仿宋_GB2312;}
h2{mso-style-name:"标题 2";mso-outline-level:2;}
p.16{mso-style-name:"三级";mso-outline-level:3;}
</style></head><body style="tab-interval:21pt;" ><!--StartFragment-->
<p class=MsoNormal style="text-indent:32.0000pt;mso-outline-level:1;" ><span
style="mso-spacerun:'yes';font-family:黑体;font-size:16.0000pt;" ><font face="黑体" >三、</font></span><span
style="font-family:黑体;" ><font face="黑体" >保障措施</font></span><span
style="font-family:黑体;" ><o:p></o:p></span></p>
<h2 style="mso-list:l0 level2 lfo1;" ><span style="font-family:楷体_GB2312;" ><span
style='mso-list:Ignore;' >（一）<span>&nbsp;</span></span></span><b><span
style="font-family:楷体_GB2312;" >加强组织领导</span></b></h2>
<p class=MsoNormal style="text-indent:32.0000pt;" ><span style="mso-spacerun:'yes';" >各乡镇、各部门要</span><span
style="mso-spacerun:'yes';" >把科普工作摆上重要位置。</span></p>
<p class="16" ><span>健全工作机制</span></p>
<p class=MsoNormal ><span>县科协牵头，每半年会商一次。</span></p>
<!--EndFragment--></body></html>"""

SPREADSHEET = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>
<!--table {mso-displayed-decimal-separator:"\\.";} tr {mso-height-source:auto;} -->
</style></head><body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=192 style='border-collapse:collapse;width:144pt'>
<!--StartFragment-->
 <col width=64 span=3 style='width:48pt'>
 <tr height=19><td height=19 width=64>指标</td><td width=64>2025年</td><td width=64>2030年</td></tr>
 <tr height=19 style='display:none'><td>隐藏行</td><td>0</td><td>0</td></tr>
 <tr height=19><td height=19>公民具备科学素质的比例</td><td align=right>14%</td><td align=right>18%</td></tr>
<!--EndFragment-->
</table></body></html>"""

WEB = """<meta charset='utf-8'><h1>云溪县科普工作要点</h1>
<script>track("不要")</script><style>.nav{color:red}</style>
<p style="text-indent:2em">&nbsp;&nbsp;2026年，全县科普工作<b>围绕</b><a
href="/zx">中心任务</a>展开。<br>有关要求如下：</p>
<h2>重点工作</h2>
<ol><li>办好科普日</li><li><p>建设科普基地</p><ol><li>评选县级基地</li><li>推荐市级基地</li></ol></li></ol>
<ul><li>科技馆进校园；</li></ul>
<div style="display:none">分享到微信</div><!-- 注释 -->
<p><img src="data:image/png;base64,iVBORw0KGgo="></p><p hidden>打印本页</p>
<h2>工作保障</h2>"""
