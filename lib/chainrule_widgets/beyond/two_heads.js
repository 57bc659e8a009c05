// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function follow(model,name,show){model.on(`change:${name}`,show),show()}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function ticks(low,high,count=5){let raw=(high-low)/count,power=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
power).find(s=>s>=raw)??10*power,found=[];for(let i=Math.ceil(low/step-1e-9);i*step<=high+step*1e-9;i++)found.push(roundTo(
i*step,step));return found}var Panel=class{constructor({x,y,width,height,xs,ys}){this.x=x,this.y=y,this.width=width,this.height=height,this.xs=xs,this.
ys=ys,this.id=`cr${Math.random().toString(36).slice(2)}`;let clip=svg("clipPath",{id:this.id},svg("rect",{x,y,width,height}));
this.frame=svg("g"),this.inside=svg("g",{"clip-path":`url(#${this.id})`}),this.node=svg("g",{},clip,this.frame,this.inside)}px(value){
return this.x+(value-this.xs[0])/(this.xs[1]-this.xs[0])*this.width}py(value){return this.y+(this.ys[1]-value)/(this.ys[1]-
this.ys[0])*this.height}dataAt(x,y){return[this.xs[0]+(x-this.x)/this.width*(this.xs[1]-this.xs[0]),this.ys[1]-(y-this.y)/
this.height*(this.ys[1]-this.ys[0])]}path(xs,ys){let command="M",d="";for(let i=0;i<xs.length;i++){if(!Number.isFinite(ys[i])){
command="M";continue}d+=`${command}${this.px(xs[i]).toFixed(2)} ${clamp(this.py(ys[i]),-2e3,4e3).toFixed(2)}`,command="L"}
return d}xTicks(count){return ticks(this.xs[0],this.xs[1],count)}yTicks(count){return ticks(this.ys[0],this.ys[1],count)}axes(xTicks,yTicks,xLabel=""){
let{x,y,width,height}=this,lines=svg("g");for(let tick of xTicks)lines.append(svg("path",{d:`M${this.px(tick)} ${y}v${height}`,
class:"hair"}),textAt(this.px(tick),y+height+15,formatNumber(tick),{class:"quiet","text-anchor":"middle"}));for(let tick of yTicks)
lines.append(svg("path",{d:`M${x} ${this.py(tick)}h${width}`,class:"hair"}),textAt(x-7,this.py(tick)+4,formatNumber(tick),
{class:"quiet","text-anchor":"end"}));xLabel&&lines.append(textAt(x+width,y+height+30,xLabel,{class:"quiet","text-anchor":"\
end"})),this.frame.replaceChildren(lines)}};function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw2){
let now=()=>reportDrawn(root,draw2()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}function render({model,el}){let root=createRoot(el,"Two heads"),save=saveDebounced(model),[lossWeights,digit,odd]=["loss\
_weights","digit","odd"].map(name=>model.get(name)),{panel,cursor}=accuracyPanel({digit,odd,lossWeights}),marks=[svg("ci\
rcle",{r:6,class:"fill blue"}),svg("rect",{x:-5,y:-5,width:10,height:10,class:"fill orange"})],box=(x,y,wide,text,colour)=>svg(
"g",{},svg("rect",{x,y,width:wide,height:34,rx:5,class:`line thin ${colour}`}),textAt(x+wide/2,y+21,text,{"text-anchor":"\
middle"})),arrows=[svg("path",{d:"M610 118C600 90 590 90 580 66",class:"line blue"}),svg("path",{d:"M720 118C730 90 740 \
90 750 66",class:"line orange dashed"})],weights=[textAt(540,96,"",{"text-anchor":"middle"}),textAt(800,96,"",{"text-anc\
hor":"middle"})],results=[textAt(580,24,"",{class:"title","text-anchor":"middle"}),textAt(750,24,"",{class:"title","text\
-anchor":"middle"})],picture=svg("svg",{viewBox:"0 0 848 304"},panel.node,...marks,textAt(40,16,"accuracy on new images:\
 digit (solid, disc), odd or even (dashed, square)",{class:"title"}),svg("g",{transform:"translate(0 34)"},box(515,32,130,
"10 × softmax: digit","blue"),box(690,32,130,"sigmoid: odd?","orange"),box(590,118,150,"trunk: 4 units, tanh","ink"),box(
590,196,150,"64 grey values","ink"),svg("path",{d:"M665 196v-44",class:"line ink"}),...arrows,...weights,...results)),says=html(
"p",{class:"says",role:"status"});root.append(controlBar(slider("weight of the digit loss",model,"place",{min:0,max:lossWeights.
length-1,step:1,text:i=>formatNumber(lossWeights[i])},save)),picture,says),drawOnChange(root,model,["place"],()=>draw({arrows,
cursor,digit,marks,model,odd,panel,results,says,lossWeights,weights}))}function accuracyPanel({digit,odd,lossWeights}){let steps=lossWeights.
map((_,i)=>i),panel=new Panel({x:40,y:30,width:430,height:230,xs:[-.2,10.2],ys:[0,1]});panel.axes([],[0,.25,.5,.75,1]),panel.
frame.append(...lossWeights.map((share,i)=>textAt(panel.px(i),277,formatNumber(share),{class:"quiet","text-anchor":"midd\
le"})),textAt(470,296,"weight of the digit loss",{class:"quiet","text-anchor":"end"}));let cursor=svg("path",{class:"lin\
e thin ink"});return panel.inside.append(cursor,svg("path",{d:panel.path(steps,digit),class:"line blue"}),svg("path",{d:panel.
path(steps,odd),class:"line orange dashed"})),{panel,cursor}}function draw({arrows,cursor,digit,marks,model,odd,panel,results,
says,lossWeights,weights}){let place=model.get("place"),share=lossWeights[place];return cursor.setAttribute("d",`M${panel.
px(place)} 30v230`),[digit,odd].forEach((list,i)=>{marks[i].setAttribute("transform",`translate(${panel.px(place)} ${panel.
py(list[place])})`),results[i].textContent=`${formatNumber(100*list[place])} % right`,weights[i].textContent=`× ${formatNumber(
i?1-share:share)}`,arrows[i].setAttribute("stroke-width",1+7*(i?1-share:share)),arrows[i].style.strokeWidth=1+7*(i?1-share:
share)}),says.textContent=sentence(share,digit[place],odd[place],Math.max(...odd),Math.max(...digit)),{share,digit:digit[place],
odd:odd[place]}}function sentence(share,digit,odd,bestOdd,bestDigit){return share===0?"Only the loss for odd or even cou\
nts. The head for the digit gets no gradient, so it keeps its initial weights.":share===1?"Only the digit loss counts. T\
he other head gets no gradient, so it keeps its initial weights.":digit<bestDigit-.1?`The loss of the head for odd or ev\
en has a much larger weight (${formatNumber(1-share,2)}), so the trunk learns mostly for this head.`:`Accuracy ${formatNumber(
100*digit)} % (digit) and ${formatNumber(100*odd)} % (odd or even). The best accuracies on the slider are ${formatNumber(
100*bestDigit)} % and ${formatNumber(100*bestOdd)} %.`}var two_heads_default={render};export{two_heads_default as default};
